// Builds everything that is shipped into dist/. Usually started by `npm run build`.
'use strict';
const { chmodSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const Minimizer = require('minimizer-webpack-plugin');
const webpack = require('webpack');

const inRoot = (...parts) => join(__dirname, ...parts);
const outputFolder = inRoot('dist');

/** Where the add-in is served from; the service puts its own origin in place of this text when it hands out the send bundle. */
const ORIGIN = 'https://localhost:3000';

const constants = new webpack.DefinePlugin({
  __UMSICHT_ORIGIN__: JSON.stringify(ORIGIN),
  __UMSICHT_VERSION__: JSON.stringify(require('./package.json').version),
});

/** Writes files into dist/ as they are in the source tree. */
class Copies {
  constructor(files) {
    this.files = files;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Copies', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'Copies', stage }, () => {
        for (const [target, source] of Object.entries(this.files)) {
          compilation.fileDependencies.add(source);
          compilation.emitAsset(target, new webpack.sources.RawSource(readFileSync(source)));
        }
      });
    });
  }
}

const page = (name) => ({ [`${name}.html`]: inRoot('src', name, `${name}.html`) });

/** `jsc` are further compiler settings. */
function transpile(target, { exclude, jsc } = {}) {
  const rule = (extension, tsx) => ({
    test: extension,
    ...(exclude && { exclude }),
    loader: 'swc-loader',
    options: {
      swcrc: false,
      sync: true,
      jsc: {
        target,
        parser: { syntax: 'typescript', tsx },
        transform: { react: { runtime: 'automatic' } },
        ...jsc,
      },
    },
  });
  return [rule(/\.ts$/, false), rule(/\.tsx$/, true)];
}

const common = {
  mode: 'production',
  context: __dirname,
  devtool: false,
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  performance: false,
  // A name that a module does not export is an error here, never undefined at run time.
  module: { parser: { javascript: { exportsPresence: 'error' } } },
  cache: { type: 'filesystem', cacheDirectory: inRoot('.cache', 'webpack'), buildDependencies: { config: [__filename] } },
};

/**
 * Helpers once instead of in every module, and spread as Object.assign: 1 KB less, and no
 * Object.getOwnPropertyDescriptors. Nothing here spreads a getter that anybody reads.
 */
const COMPACT = { loose: true, externalHelpers: true };

/**
 * The send bundle. Classic Outlook on Windows runs it in an engine that may end at ES2016 and has
 * no DOM: one plain script, packages transpiled as well, ASCII only because the file is cached and
 * read back without its content type.
 */
const launchevent = {
  ...common,
  name: 'launchevent',
  target: ['web', 'es2016'],
  entry: { launchevent: './src/launchevent/launchevent.ts' },
  output: { path: outputFolder, filename: '[name].js', iife: true, publicPath: '' },
  module: {
    ...common.module,
    rules: [
      ...transpile('es2016', { jsc: COMPACT }),
      { test: /\.m?js$/, loader: 'swc-loader', options: { swcrc: false, sync: true, jsc: { target: 'es2016', parser: { syntax: 'ecmascript' }, ...COMPACT } } },
    ],
  },
  optimization: {
    runtimeChunk: false,
    splitChunks: false,
    minimizer: [new Minimizer({ minimizerOptions: { ecma: 2016, compress: { passes: 3 }, format: { ascii_only: true } } })],
  },
  plugins: [
    constants,
    // The pane explains at length; the dialog has room for 500 characters.
    new webpack.NormalModuleReplacementPlugin(/^\.\/explanation$/, inRoot('src', 'launchevent', 'no-explanation.ts')),
    new webpack.NormalModuleReplacementPlugin(/reading-schema$/, inRoot('src', 'launchevent', 'no-schema.ts')),
    new webpack.NormalModuleReplacementPlugin(/reference\/country-names$/, inRoot('src', 'launchevent', 'country-names.ts')),
    new Copies(page('launchevent')),
  ],
};

const pages = {
  ...common,
  name: 'pages',
  target: ['web', 'es2020'],
  entry: {
    commands: './src/commands/commands.ts',
    taskpane: './src/taskpane/taskpane.tsx',
    'event-page': './src/event-page/event-page.ts',
    playground: './src/playground/playground.tsx',
    // What stands in for office.js in the add-in's frames there, and the engine of classic Outlook in a worker.
    'playground-office': './src/playground/office.ts',
    'playground-classic': './src/playground/classic-runtime.ts',
  },
  output: { path: outputFolder, filename: '[name].js', chunkFilename: '[name].js', publicPath: '' },
  module: { ...common.module, rules: transpile('es2020', { exclude: /node_modules/ }) },
  // Named, because webpack's own choice of minimizers would rewrite the HTML pages as well.
  optimization: { runtimeChunk: false, splitChunks: false, minimizer: [new Minimizer()] },
  plugins: [
    constants,
    new Copies({
      ...page('commands'),
      ...page('taskpane'),
      ...page('playground'),
      'playground.css': inRoot('src', 'playground', 'playground.css'),
      ...Object.fromEntries(readdirSync(inRoot('assets')).map((name) => [`assets/${name}`, inRoot('assets', name)])),
    }),
  ],
};

/** What Node runs: readable, npm packages left where they are. */
const programs = {
  ...common,
  name: 'programs',
  target: 'node20',
  entry: { cli: './src/cli/cli.ts', service: './src/service/service.ts' },
  output: { path: outputFolder, filename: '[name].js', library: { type: 'commonjs2' } },
  module: { ...common.module, rules: transpile('es2022', { exclude: /node_modules/ }) },
  externalsPresets: { node: true },
  externals: [({ request }, decide) => (/^(@[\w-]+\/)?[a-z][\w.-]*(\/|$)/.test(request) ? decide(null, `commonjs ${request}`) : decide())],
  optimization: { minimize: false, splitChunks: false, runtimeChunk: false },
  // dist/ is found from where the program lies.
  node: { __dirname: false, __filename: false },
  plugins: [
    constants,
    new Copies({ 'demo-contacts.csv': inRoot('src', 'service', 'demo-contacts.csv') }),
    new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, test: /^cli\.js$/ }),
    { apply: (compiler) => compiler.hooks.afterEmit.tap('Executable', () => chmodSync(join(outputFolder, 'cli.js'), 0o755)) },
  ],
};

module.exports = [launchevent, pages, programs];
