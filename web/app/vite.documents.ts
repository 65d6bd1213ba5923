import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const written = /graphql\(`\s*(query|fragment)\s+(\w+)[^`]*`\)/g;
const generated = /export const (\w+) = new TypedDocumentString\(`([^`]*)`/g;

/**
 * Puts each document into its page's own script, as plain text with its fragments, and nowhere else. As written,
 * graphql(`…`) would carry every document of every page three times: in its page, as the key of a map, and in the file
 * of types that the map leads to.
 */
export function documents(): Plugin {
  const texts = new Map<string, string>();
  return {
    name: 'mithaq-documents',
    enforce: 'pre',
    apply: 'build',
    buildStart() {
      const file = readFileSync('src/gql/graphql.ts', 'utf8');
      for (const [, name = '', text = ''] of file.matchAll(generated)) texts.set(name, text);
    },
    transform(code, id) {
      if (!/\/src\/(pages|parts)\/\w+\.svelte$/.test(id)) return null;
      return code.replace("import { graphql } from '../gql';", '').replace(written, (_, kind, name) => {
        if (kind === 'fragment') return 'null'; // it stands in the documents that spread it
        const text = texts.get(`${name}Document`);
        if (text === undefined) this.error(`the document ${name} has no types; run: npm run codegen`);
        return JSON.stringify(text.trim().replace(/\s+/g, ' '));
      });
    },
  };
}
