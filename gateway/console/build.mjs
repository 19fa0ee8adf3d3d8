/**
 * Builds the web pages into gateway/dist/pages: `npm run build` calls it after the compiler.
 *
 *   node gateway/console/build.mjs
 *
 * - the console, on React and antd;
 * - the public pages (verify, phone, figures), on Preact through its React interface: they must be small on a phone;
 * - verify-offline.html, one file with everything in it, which works from a disk with the network off.
 *
 * Nothing is built when nothing that goes in has changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';

// Vite takes whatever the caller's is, and pages made for development do not run beside libraries made for production.
process.env.NODE_ENV = 'production';

const console_ = import.meta.dirname;
const root = path.resolve(console_, '../..');
const out = path.resolve(console_, '../dist/pages');
const stampFile = path.join(out, '.built-from');
const domain = path.join(root, 'chaincode/src/domain/index.ts');
const evidence = path.join(root, 'gateway/src/evidence/index.ts');
const figures = path.join(root, 'gateway/src/figures/index.ts');
/** The reader alone, on the browser's own inflater: no workers, no code made of texts. */
const zip = path.join(root, 'node_modules/@zip.js/zip.js/lib/zip-core-base.js');

/** Preact speaks React's interface; the pages are written, and type-checked, for React. */
const PREACT = [
  { find: /^react$/, replacement: 'preact/compat' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
];
/** Smaller files save nothing worth a second and a third copy. */
const COMPRESS_FROM_BYTES = 1024;

/** Files with one of these endings, at any depth. */
function filesUnder(folder, endings) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => endings.includes(path.extname(name)))
    .map((name) => path.join(folder, name))
    .sort();
}

/** One digest of all that goes in. */
function stampOf() {
  const hash = createHash('sha256').update(process.version);
  const inputs = [
    ...filesUnder(console_, ['.ts', '.tsx', '.css', '.html', '.svg', '.mjs']),
    ...filesUnder(path.join(root, 'chaincode/src/domain'), ['.ts']),
    ...filesUnder(path.dirname(evidence), ['.ts']),
    ...filesUnder(path.dirname(figures), ['.ts']),
    path.join(root, 'package-lock.json'),
  ];
  for (const file of inputs) hash.update(`${path.relative(root, file)}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

function settings({ pages, alias = [], offline = false }) {
  return {
    configFile: false,
    root: console_,
    logLevel: 'warn',
    define: { __OFFLINE__: String(offline) },
    resolve: {
      alias: [
        { find: '@lianpiao/chaincode/domain', replacement: domain },
        { find: '@lianpiao/gateway/evidence', replacement: evidence },
        { find: '@lianpiao/gateway/figures', replacement: figures },
        { find: '@zip.js/zip.js', replacement: zip },
        ...alias,
      ],
    },
    build: {
      outDir: offline ? path.join(out, 'offline') : out,
      emptyOutDir: false,
      target: 'es2022',
      // A preload is a script of its own kind to a policy; the browsers that we serve need none.
      modulePreload: { polyfill: false },
      assetsInlineLimit: offline ? Number.MAX_SAFE_INTEGER : 0,
      chunkSizeWarningLimit: 2000,
      reportCompressedSize: false,
      cssCodeSplit: !offline,
      rollupOptions: {
        input: pages.map((page) => path.join(console_, page)),
        // A word to server renderers, which there are none of here.
        onLog: (level, log, say) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') say(level, log);
        },
        // The domain's files do nothing when they are loaded: what a page does not use stays out of it.
        treeshake: { moduleSideEffects: (id) => !id.includes('/chaincode/src/domain/') },
        output: offline ? { codeSplitting: false } : {},
      },
    },
  };
}

/** Puts scripts, styles and pictures into the page, and lets it run those and nothing else: it cannot reach a network. */
function inlineAll() {
  const folder = path.join(out, 'offline');
  const assets = readdirSync(path.join(folder, 'assets')).map((name) => `assets/${name}`);
  const ending = (kind) => assets.filter((name) => name.endsWith(kind));
  const withPictures = (text) =>
    ending('.svg').reduce((done, name) => {
      const data = readFileSync(path.join(folder, name)).toString('base64');
      return done.replaceAll(`/${name}`, `data:image/svg+xml;base64,${data}`);
    }, text);
  const read = (name) => withPictures(readFileSync(path.join(folder, name), 'utf8')).replaceAll('</script', '<\\/script');
  const [scripts, styles] = [ending('.js').map(read), ending('.css').map(read)];
  if (scripts.length !== 1 || styles.length !== 1) throw new Error(`one script and one style, not ${assets}`);
  const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; script-src ${hashOf(scripts[0])}; style-src ${hashOf(styles[0])}; img-src data: blob:; base-uri 'none'; form-action 'none'`;
  const html = withPictures(readFileSync(path.join(folder, 'verify.html'), 'utf8'))
    .replace(/<script type="module"[^>]*src="[^"]+"><\/script>/, '')
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${styles[0]}</style>`)
    .replace('</body>', () => `<script type="module">${scripts[0]}</script>\n</body>`)
    .replace('<meta charset="utf-8" />', `$&\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
  writeFileSync(path.join(out, 'verify-offline.html'), html);
  rmSync(folder, { recursive: true });
}

/** Copies in both encodings beside each file, so that nothing is compressed while somebody waits. */
function compressAll() {
  for (const file of filesUnder(out, ['.js', '.css', '.html', '.svg'])) {
    const bytes = readFileSync(file);
    if (bytes.length < COMPRESS_FROM_BYTES) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

const stamp = stampOf();
if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) process.exit(0);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build(settings({ pages: ['console.html'] }));
await build(settings({ pages: ['verify.html', 'phone.html', 'figures.html'], alias: PREACT }));
await build(settings({ pages: ['verify.html'], alias: PREACT, offline: true }));
inlineAll();
compressAll();
writeFileSync(stampFile, stamp);
