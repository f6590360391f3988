/** What one folder of src may import, and why no more. */
export interface Floor {
  /** Other folders of src. */
  readonly imports: readonly string[];
  /** npm packages; `node` stands for Node's own modules. Types alone count as well. */
  readonly packages: readonly string[];
  readonly because: string;
}

const BELOW = ['reference', 'core', 'rules', 'presentation', 'wire', 'manifest', 'guard', 'outlook', 'client', 'simulator', 'ui', 'sign-in', 'store', 'connectors', 'configuration', 'identity'] as const;

const PANE_PACKAGES = ['react', 'react-dom', '@fluentui/react'];

/** The floors from the ground up; docs/architecture.md draws them. A folder that is missing here fails the test. */
export const FLOORS: Readonly<Record<string, Floor>> = {
  reference: { imports: [], packages: ['tldts-icann'], because: 'reference holds facts about the world, which know nothing of Umsicht' },
  core: { imports: ['reference'], packages: ['punycode'], because: 'core is the words and the engine everything else rests on' },
  rules: { imports: ['core', 'reference'], packages: [], because: 'a rule sees a draft and facts, and never another rule' },
  presentation: { imports: ['core'], packages: [], because: 'presentation turns decisions into words and is handed the rules' },
  wire: { imports: ['core', 'reference'], packages: ['jsonc-parser'], because: 'wire is what browser and service have in common, so neither may be in it' },
  manifest: { imports: ['core', 'reference'], packages: ['acorn', 'acorn-walk', 'jsonc-parser', 'saxes'], because: 'manifest is what Outlook is told about the add-in, as plain data and text' },
  guard: { imports: ['core', 'presentation', 'wire'], packages: [], because: 'guard tells the stories through ports and is handed rules, mailbox and service' },
  outlook: { imports: ['core'], packages: [], because: 'outlook fills the mailbox port and decides nothing' },
  client: { imports: ['core', 'wire'], packages: [], because: 'client is the service as the browser sees it' },
  simulator: { imports: ['core'], packages: [], because: 'the simulated Outlook must not share code with the adapter it tests' },
  ui: { imports: ['core', 'presentation', 'guard'], packages: PANE_PACKAGES, because: 'ui shows view models and is handed everything that acts' },
  'sign-in': { imports: ['core', 'wire', 'outlook', 'client'], packages: ['@azure/msal-browser'], because: 'sign-in gets tokens for pages and is never in the send bundle' },
  store: { imports: ['core', 'wire'], packages: ['better-sqlite3', 'csv-parse', 'kysely', 'node', 'pg'], because: 'store keeps contacts and knows no browser' },
  connectors: { imports: ['core', 'wire'], packages: ['cockatiel', 'ldapts', 'lru-cache', 'node', 'pg'], because: 'a connector brings evidence and knows no browser' },
  configuration: { imports: ['reference', 'core', 'presentation', 'wire', 'manifest', 'store', 'connectors'], packages: ['node'], because: 'configuration is what an administrator writes, and runs nothing' },
  identity: { imports: ['connectors', 'configuration'], packages: ['jose', 'node'], because: 'identity finds out who asks and knows nothing of what is asked' },
  launchevent: { imports: BELOW, packages: [], because: 'entry points put the parts together, and the send bundle has to stay small' },
  'event-page': { imports: BELOW, packages: [], because: 'entry points put the parts together, never one another' },
  commands: { imports: BELOW, packages: [], because: 'entry points put the parts together, never one another' },
  taskpane: { imports: BELOW, packages: PANE_PACKAGES, because: 'entry points put the parts together, never one another' },
  admin: { imports: BELOW, packages: PANE_PACKAGES, because: 'entry points put the parts together, never one another' },
  playground: { imports: BELOW, packages: PANE_PACKAGES, because: 'entry points put the parts together, never one another' },
  service: { imports: BELOW, packages: ['fastify', '@fastify/rate-limit', '@fastify/static', 'lru-cache', 'prom-client', 'node'], because: 'entry points put the parts together, never one another' },
  cli: { imports: BELOW, packages: ['commander', 'cli-progress', 'fflate', 'image-size', 'postal-mime', 'node'], because: 'entry points put the parts together, never one another' },
  develop: { imports: ['reference', 'core', 'rules', 'presentation', 'manifest', 'connectors', 'configuration'], packages: ['node', '@playwright/test', 'webpack'], because: 'develop works on the project from outside and ships nothing' },
};

/** Floors without host, network, process or clock; each has a tsconfig.json that knows only ES2016. */
export const PURE_FLOORS = ['reference', 'core', 'rules', 'presentation', 'wire', 'manifest', 'guard'] as const;

/** Further folders that end up in the send bundle: ES2016 as well, but Outlook's own types where they are the point. */
export const SEND_BUNDLE_FLOORS: Readonly<Record<string, readonly string[]>> = { client: [], outlook: ['office-js'], launchevent: ['office-js'] };
