import { graphql } from './gql/index.js';
import type { TypedDocumentString } from './gql/graphql.js';

async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch('http://localhost:8080/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`);
  return data;
}

const partners = graphql(`
  query Partners($first: Int) {
    partners(first: $first) {
      nodes {
        slug
        name(language: FR)
      }
    }
  }
`);

for (const partner of (await ask(partners, { first: 10 })).partners.nodes) {
  console.log(partner.slug, partner.name); // both are known to be strings
}
