const query = `query Partners($after: String) {
  partners(first: 100, after: $after) {
    nodes { slug name(language: FR) }
    pageInfo { hasNextPage endCursor }
  }
}`;

async function ask(variables) {
  const response = await fetch('http://localhost:8080/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`);
  return data.partners;
}

let page = { pageInfo: { hasNextPage: true, endCursor: null } };
while (page.pageInfo.hasNextPage) {
  page = await ask({ after: page.pageInfo.endCursor });
  for (const { slug, name } of page.nodes) console.log(slug, name);
}
