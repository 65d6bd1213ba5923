import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Fails the build when the scripts of the first page are over their budget, in kB gzipped. */
export function budget(most: number): Plugin {
  return {
    name: 'mithaq-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const first = new Set<string>();
      const add = (name: string) => {
        const file = bundle[name];
        if (file?.type !== 'chunk' || first.has(name)) return;
        first.add(name);
        file.imports.forEach(add);
      };
      for (const file of Object.values(bundle)) if (file.type === 'chunk' && file.isEntry) add(file.fileName);
      const code = [...first]
        .map((name) => bundle[name])
        .map((file) => (file?.type === 'chunk' ? file.code : ''));
      const size = code.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
      if (size > most * 1000)
        this.error(`the first page has ${kB(size)} of gzipped scripts; allowed are ${most} kB`);
      this.info(`scripts of the first page: ${kB(size)} gzipped, of ${most} kB`);
    },
  };
}
