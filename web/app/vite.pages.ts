import type { Plugin } from 'vite';
import { descriptions } from './src/lang/descriptions.ts';
import './src/lang/ownPages.ts';
import { notFound, pages, type PublicPage } from './src/lang/pages.ts';

/** Writes dist/pages.json from the app's own dictionary, for the server's titles, descriptions, privacy and status. */
export function pagesJson(): Plugin {
  return {
    name: 'mithaq-pages',
    apply: 'build',
    generateBundle() {
      const known = Object.entries(pages).map(([name, page]) => ({
        ...page,
        description: descriptions[name as PublicPage], // of private pages none
      }));
      const { lead, ...page } = notFound;
      const missing = { ...page, description: lead };
      const source = JSON.stringify([...known, missing], null, 2);
      this.emitFile({ type: 'asset', fileName: 'pages.json', source });
    },
  };
}
