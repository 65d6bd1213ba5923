mkdir mithaq-client && cd mithaq-client
npm init -y && npm pkg set type=module
npm install graphql
npm install --save-dev typescript tsx @graphql-codegen/cli @graphql-codegen/client-preset
curl -O http://localhost:8080/schema.graphql
