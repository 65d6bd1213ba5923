import type { Plugin } from 'vite';
import { notFound, pages } from './src/lang/pages.ts';

/** Writes dist/pages.json from the app's own dictionary, for the server's titles, descriptions and status. */
export function pagesJson(): Plugin {
  return {
    name: 'mithaq-pages',
    apply: 'build',
    generateBundle() {
      const source = JSON.stringify([...Object.values(pages), notFound], null, 2);
      this.emitFile({ type: 'asset', fileName: 'pages.json', source });
    },
  };
}
