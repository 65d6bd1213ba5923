import { queries } from '../lang/queries';

const files = import.meta.glob<string>('../examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const programs = import.meta.glob<string>('../examples/code/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The names of the files of ready queries. */
export const queryFiles = Object.keys(files).map((path) => path.replace(/.*\/|\.graphql$/g, ''));

/** The ready queries with their titles, in the order of the dictionary. */
export const readyQueries = Object.entries(queries).map(([name, title]) => ({
  name,
  title,
  query: files[`../examples/${name}.graphql`] ?? '',
}));

/** An example as it runs against the site that shows it. */
export const example = (file: string): string =>
  (programs[`../examples/code/${file}`] ?? '').replaceAll('http://localhost:8080', location.origin);
