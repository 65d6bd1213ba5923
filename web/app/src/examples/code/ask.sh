curl -s 'http://localhost:8080/graphql' \
  -H 'content-type: application/json' \
  -d '{"query": "{ partners(first: 3) { nodes { slug name(language: FR) } } }"}'
