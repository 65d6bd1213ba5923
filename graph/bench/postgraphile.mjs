// PostGraphile 5 over the register's public tables, as its makers say to run it in production: what make bench measures
// against. HOST is the folder of the database's socket, PORT where to listen.
import { createServer } from 'node:http';
import { TYPES } from 'postgraphile/@dataplan/pg';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { addPgTableOrderBy, jsonPgSmartTags } from 'postgraphile/utils';
import { postgraphile } from 'postgraphile';

/** An order by expressions that an index has, all in one direction, so that its pages go by comparing rows. */
const order = (tableName, name, direction, expressions, unique = true) =>
  addPgTableOrderBy({ schemaName: 'public', tableName }, ({ sql }) => ({
    [name]: {
      extensions: {
        grafast: {
          apply(query) {
            for (const [write, codec] of expressions) {
              query.orderBy({ fragment: write(sql, query.alias), codec, direction, nullable: false });
            }
            if (unique) query.setOrderIsUnique();
          },
        },
      },
    },
  }));

const column = (name) => (sql, t) => sql`${t}.${sql.identifier(name)}`;

const orders = [
  order('conventions', 'REGISTER', 'DESC', [
    [(sql, t) => sql`coalesce(${t}.signed_on, '')`, TYPES.text],
    [(sql, t) => sql`(- ${t}.position)`, TYPES.int],
    [column('id'), TYPES.bigint],
  ]),
  order('verified_jobs', 'REGISTER', 'DESC', [
    [column('start_month'), TYPES.text],
    [column('id'), TYPES.bigint],
  ]),
  order('verified_job_totals', 'BY_JOBS', 'DESC', [
    [column('jobs'), TYPES.bigint],
    [column('id'), TYPES.bigint],
  ]),
  order('verified_job_totals', 'BY_MONTH', 'DESC', [
    [(sql, t) => sql`coalesce(${t}.start_month, '')`, TYPES.text],
    [column('id'), TYPES.bigint],
  ]),
  order('partners', 'REGISTER', 'ASC', [
    [column('sort_name'), TYPES.text],
    [column('id'), TYPES.bigint],
  ]),
  ...['parties', 'commitments'].map((table) =>
    order(table, 'REGISTER', 'ASC', [
      [column('position'), TYPES.int],
      [column('id'), TYPES.bigint],
    ]),
  ),
  order('parties', 'REGISTER_OF_CONVENTIONS', 'DESC', [
    [(sql, t) => sql`(select coalesce(c.signed_on, '') from conventions c where c.id = ${t}.convention_id)`, TYPES.text],
    [(sql, t) => sql`(select - c.position from conventions c where c.id = ${t}.convention_id)`, TYPES.int],
    [column('convention_id'), TYPES.bigint],
  ]),
];

/** A view has no keys of its own. */
const keys = jsonPgSmartTags(
  {
    version: 1,
    config: {
      class: {
        'public.verified_jobs': {
          tags: {
            primaryKey: 'id',
            foreignKey: [
              '(convention_id) references public.conventions (id)',
              '(employer_id) references public.partners (id)',
              '(region_id) references public.regions (id)',
              '(sector_id) references public.sectors (id)',
            ],
          },
        },
        'public.verified_job_totals': {
          tags: {
            primaryKey: 'id',
            foreignKey: ['(region_id) references public.regions (id)', '(sector_id) references public.sectors (id)'],
          },
        },
      },
    },
  },
);

/** PostGraphile calls every id rowId; the tables that have a row_id too would be left out, and all that leads to them. */
const names = {
  name: 'RowOfPlugin',
  version: '0.0.0',
  inflection: {
    replace: {
      _attributeName(previous, _, details) {
        return details.attributeName === 'row_id' ? 'row_of' : previous(details);
      },
    },
  },
};

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [names, keys, ...orders],
  pgServices: [
    makePgService({
      schemas: ['public'],
      poolConfig: { host: process.env.HOST, user: 'mithaq_public', database: 'mithaq', max: 12 }, // as many as Mithaq's
    }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false },
  grafast: { explain: false },
});

const server = createServer();
await pgl.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
if (process.env.PRINT_SCHEMA) {
  const { printSchema } = await import('graphql');
  console.log(printSchema((await pgl.getSchemaResult()).schema));
}
