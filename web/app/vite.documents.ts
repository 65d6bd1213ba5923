import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const written = /graphql\(`\s*(query|mutation|fragment)\s+(\w+)[^`]*`\)/g;
const generated = /export const (\w+) = new TypedDocumentString\(`([^`]*)`/g;

/**
 * Puts the hash of each document into its page's script, and the documents with their fragments into documents.json, by
 * which the program knows them. As written, graphql(`…`) would carry every document of every page three times: in its
 * page, as the key of a map, and in the file of types that the map leads to.
 */
export function documents(): Plugin {
  const texts = new Map<string, string>();
  const hashed = new Map<string, string>();
  return {
    name: 'mithaq-documents',
    enforce: 'pre',
    apply: 'build',
    buildStart() {
      const file = readFileSync('src/gql/graphql.ts', 'utf8');
      for (const [, name = '', text = ''] of file.matchAll(generated)) texts.set(name, text);
    },
    transform(code, id) {
      if (!/\/src\/(pages|parts|lib)\/\w+\.(svelte|ts)$/.test(id)) return null;
      return code.replace("import { graphql } from '../gql';", '').replace(written, (_, kind, name) => {
        if (kind === 'fragment') return 'null'; // it stands in the documents that spread it
        const text = texts.get(`${name}Document`);
        if (text === undefined) this.error(`the document ${name} has no types; run: npm run codegen`);
        const whole = text.trim().replace(/\s+/g, ' ');
        const hash = createHash('sha256').update(whole).digest('hex');
        hashed.set(hash, whole);
        return JSON.stringify(hash);
      });
    },
    generateBundle() {
      const source = JSON.stringify(Object.fromEntries([...hashed].sort()));
      this.emitFile({ type: 'asset', fileName: 'documents.json', source });
    },
  };
}
