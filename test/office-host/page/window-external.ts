import type { ClassicContext } from '../classic-wire';

/** What the page reaches the test by. */
declare global {
  interface Window {
    /** Resolves with the list Outlook answers with, or never. */
    executeInOutlook(dispatchId: number, params: readonly unknown[]): Promise<readonly unknown[]>;
    registerInOutlook(eventId: number, wanted: boolean): Promise<void>;
    /** Set by the page: an event from Outlook. */
    raiseInAddin(eventId: number, payload: readonly unknown[]): void;
  }
}

/** A list as COM hands it to a script. */
interface SafeArray {
  toArray(): readonly unknown[];
}

type Answered = (result: SafeArray | number, resultCode: number) => void;
type Handler = (eventId: number, payload: SafeArray) => void;

/**
 * Puts Outlook on Windows where its web view would have it: `window.external`. Runs in the page
 * before anything else, and travels there as text, so it uses nothing but what it is handed.
 */
export function installExternal(context: ClassicContext): void {
  const handlers = new Map<number, Handler>();
  const safeArray = (values: readonly unknown[]): SafeArray => ({ toArray: () => values.slice() });
  let theme = context.theme;

  const outlook = {
    GetAppType: () => 8,
    GetSolutionRef: () => 'umsicht-played',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => context.locale,
    GetAppDataLocale: () => context.locale,
    GetDocUrl: () => '',
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 0,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'played',
    GetInstanceId: () => 'played',
    GetSupportedMatrix: () => context.requirementMatrix,
    GetHostFullVersion: () => context.hostVersion,
    GetOfficeThemeInfo: () => theme,
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        keys.push('SettingsKey');
        values.push('{}');
      },
      Write: () => undefined,
    }),
  };

  Object.defineProperty(window, 'external', {
    configurable: true,
    value: {
      GetHostInfo: () => context.hostInfo,
      GetContext: () => outlook,
      Execute(dispatchId: number, params: readonly unknown[] | null, answered: Answered) {
        void window.executeInOutlook(dispatchId, Array.from(params || [])).then((values) => answered(safeArray(values), 0));
      },
      RegisterEvent(eventId: number, _targetId: string, handler: Handler, answered: Answered) {
        handlers.set(eventId, handler);
        void window.registerInOutlook(eventId, true).then(() => answered(0, 0));
      },
      UnregisterEvent(eventId: number, _targetId: string, answered: Answered) {
        handlers.delete(eventId);
        void window.registerInOutlook(eventId, false).then(() => answered(0, 0));
      },
    },
  });

  window.raiseInAddin = (eventId, payload) => {
    if (eventId === context.themeEvent) theme = String(payload[0]);
    const handler = handlers.get(eventId);
    if (handler) handler(eventId, safeArray(payload));
  };
}
