import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import webpack from 'webpack';
import type { MadePage } from '../office-host/requests';

const ROOT = path.join(__dirname, '..', '..');

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Expectations</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script src="/in-page.js"></script></html>`;

/** A page of an add-in, `/pane.html`, that carries expectations out. */
export async function expectationPage(): Promise<MadePage> {
  const bundle = await pageBundle();
  return ({ pathname }) => {
    if (pathname === '/pane.html') return { contentType: 'text/html; charset=utf-8', body: PAGE };
    if (pathname === '/in-page.js') return { contentType: 'text/javascript; charset=utf-8', body: bundle };
    return undefined;
  };
}

/** The expectations and the adapter as one script for a browser page. */
async function pageBundle(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'umsicht-mailbox-'));
  try {
    await build(folder);
    return await readFile(path.join(folder, 'in-page.js'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function build(folder: string): Promise<void> {
  const compiler = webpack({
    mode: 'none',
    context: ROOT,
    entry: path.join(__dirname, 'in-page.ts'),
    output: { path: folder, filename: 'in-page.js' },
    resolve: { extensions: ['.ts', '.js'] },
    devtool: false,
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'swc-loader',
          options: { swcrc: false, jsc: { target: 'es2016', parser: { syntax: 'typescript' } } },
        },
      ],
    },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) reject(error);
        else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
        else resolve();
      });
    });
  });
}
