// Lets a plain Node process of a test run the programs as they are in src/: node -r ./test/programs/typescript.cjs src/cli/cli.ts
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformFileSync(filename, { swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' }, sourceMaps: 'inline' });
  module._compile(code, filename);
};
