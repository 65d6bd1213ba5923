import { build, type Plugin, type Rollup } from 'vite';

const name = 'virtual:explorer';
const entry = 'src/explorer/main.ts';

/** The fonts within GraphiQL's styles, which the site's policy would refuse: its own are used instead. */
const withoutFonts: Plugin = {
  name: 'mithaq-explorer-fonts',
  enforce: 'pre',
  transform: (code, id) =>
    /graphiql\/dist\/style\.css/.test(id) ? code.replace(/@font-face\s*\{[^}]*\}/g, '') : null,
};

/**
 * Builds the explorer by itself, so that neither its scripts nor its styles come with any other page, and tells the page
 * that starts it where they are.
 */
export function explorer(target: string[]): Plugin {
  let serves = false;
  return {
    name: 'mithaq-explorer',
    configResolved(config) {
      serves = config.command === 'serve';
    },
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      if (serves) return `export const script = '/${entry}', style = '';`;
      const files = await bundle(target);
      for (const file of files)
        this.emitFile({
          type: 'asset',
          fileName: file.fileName,
          source: file.type === 'chunk' ? file.code : file.source,
        });
      const script = files.find((file) => file.type === 'chunk' && file.isEntry)?.fileName;
      const style = files.find((file) => file.fileName.endsWith('.css'))?.fileName;
      return `export const script = '/${script}', style = '/${style}';`;
    },
  };
}

async function bundle(target: string[]) {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [withoutFonts],
    worker: { format: 'es' },
    build: {
      write: false,
      license: { fileName: 'licenses-explorer.md' },
      target,
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: false,
      chunkSizeWarningLimit: 10_000,
      rollupOptions: {
        input: entry,
        // React's marks for a server mean nothing in a bundle.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: 'assets/explorer-[hash].js',
          assetFileNames: 'assets/explorer-[hash][extname]',
        },
      },
    },
  });
  return (built as Rollup.RollupOutput).output;
}
