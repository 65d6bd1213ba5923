-- +goose Up

-- +goose StatementBegin
-- The similarity of texts. Where the owner may not make the extension, Migrate says what an administrator has to run.
do $$
begin
  create extension if not exists pg_trgm with schema public;
  if not exists (select from pg_extension where extname = 'pg_trgm' and extnamespace = 'public'::regnamespace) then
    raise insufficient_privilege using message = 'the extension pg_trgm is in another schema than public';
  end if;
exception when insufficient_privilege or undefined_file or feature_not_supported then
  raise exception '%', sqlerrm using errcode = 'insufficient_privilege', constraint = 'extension_pg_trgm_there';
end
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- What is compared of a text: Latin letters without accents, digits, and single spaces between. An Arabic letter
-- becomes a Latin one, those that spellings mix up the same; hamzas, harakat and tatweel fall away. It has to be Latin:
-- outside some locales, the private PostgreSQL's among them, pg_trgm takes no letter of another script for a letter.
-- Decomposition (NFKD) parts a letter from its accent or hamza, and makes presentation forms the letters that they are.
create function fold(text text) returns text
language sql immutable strict parallel safe as $$
  select btrim(regexp_replace(
    lower(translate(
      replace(replace(replace(replace(replace(
        regexp_replace(
          normalize(text, nfkd),
          '[\u00ad\u0300-\u036f\u0610-\u061a\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]',
          '', 'g'),
        'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'),
      'øØłŁđĐı' || 'اٱبپتثجچحخدذرزژسشصضطظعغفڤقكکڪگڭݣلمنهةەہھويىیےۍې' || '٠١٢٣٤٥٦٧٨٩' || '۰۱۲۳۴۵۶۷۸۹',
      'oOlLdDi' || 'aabpttjchxddrzjscsdtzegfvqkkkggglmnhhhhhwyyyyyy' || '0123456789' || '0123456789'
    ) collate "C"),
    '[^a-z0-9]+', ' ', 'g'))
$$;
-- +goose StatementEnd

-- Every name and title that is searched, as it stands in its row, and as it is compared. Its node is what is found by
-- it, its field where the API gives it. Kept by a trigger of the row's table alone.
create table search_texts (
  id           bigint generated always as identity primary key,
  table_name   text not null,
  row_id       bigint not null,
  column_name  text not null,
  noun         text collate "C" not null,
  node_id      bigint not null,
  field        text not null,
  language     language,
  text         text not null,
  folded       text collate "C" not null constraint search_texts_not_blank check (folded <> ''),
  constraint search_texts_once unique (table_name, row_id, column_name)
);
create index search_texts_alike on search_texts using gin (folded gin_trgm_ops);
create index search_texts_beginning on search_texts (left(folded, 100), id);

-- +goose StatementBegin
-- The texts of a row that are searched. A column's language is its name's ending; else what the row says of it, or of
-- itself.
create function texts_of(written jsonb, key text, list text, columns text[])
returns table (column_name text, node_id bigint, field text, language language, text text)
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select c, (written ->> key)::bigint, coalesce(nullif(list, ''), regexp_replace(c, '_(fr|ar|en|text)$', '')),
    coalesce(
      upper(substring(c from '_(fr|ar|en)$')),
      written ->> (substring(c from '^(.*)_text$') || '_language'),
      written ->> 'language')::language,
    written ->> c
  from unnest(columns) c
  where fold(written ->> c) <> ''
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- Keeps a row's texts what the row says. The arguments: the noun, the column with the node's key, the field where the
-- API gives the texts if that isn't their column's, and the columns. It runs as the owner, so that no login needs to be
-- able to write texts by hand. What stays the same isn't written, as an index of trigrams is dear to write.
create function keep_search_texts() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  kept text[] := '{}';
begin
  if tg_op <> 'DELETE' then
    with kept_texts as (
      insert into search_texts as s (table_name, row_id, column_name, noun, node_id, field, language, text, folded)
      select tg_table_name, new.id, w.column_name, tg_argv[0], w.node_id, w.field, w.language, w.text, fold(w.text)
      from texts_of(to_jsonb(new), tg_argv[1], tg_argv[2], tg_argv[3:]) w
      on conflict on constraint search_texts_once do update
      set node_id = excluded.node_id, language = excluded.language, text = excluded.text, folded = excluded.folded
      where (s.node_id, s.language, s.text) is distinct from (excluded.node_id, excluded.language, excluded.text)
    )
    select array_agg(w.column_name) into kept
    from texts_of(to_jsonb(new), tg_argv[1], tg_argv[2], tg_argv[3:]) w;
  end if;
  if tg_op <> 'INSERT' then
    delete from search_texts s
    where s.table_name = tg_table_name and s.row_id = old.id and s.column_name <> all (coalesce(kept, '{}'));
  end if;
  return null;
end
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- Has the search find what a table's rows are a list of: nodes of that noun, by the column of their key.
create procedure search_list(searched regclass, noun text, key text, list text, variadic columns text[])
language plpgsql as $$
begin
  execute format('create trigger keep_search_texts after insert or update or delete on %s
    for each row execute function keep_search_texts(%L, %L, %L, %s)',
    searched, noun, key, list, (select string_agg(quote_literal(c), ', ') from unnest(columns) c));
  execute format('insert into search_texts (table_name, row_id, column_name, noun, node_id, field, language, text, folded)
    select %L, t.id, w.column_name, %L, w.node_id, w.field, w.language, w.text, fold(w.text)
    from %s t, texts_of(to_jsonb(t), %L, %L, %L) w',
    (select relname from pg_class where oid = searched), noun, searched, key, list, columns);
end
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- Has the search find a table's rows by those columns. The noun is the type that they have in the API.
create procedure search(searched regclass, noun text, variadic columns text[])
language plpgsql as $$
begin
  call search_list(searched, noun, 'id', '', variadic columns);
end
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- The texts of those nouns that could be what somebody asks for in the folded form: those that begin with it, and those
-- with a passage like it; where there is none, those less like it, for misspellings. Likeness counts trigrams: one wrong
-- letter in the middle of a word of five leaves a third of them, and half in one of eight. It gives never more than 2,000
-- of each sort, and reads by the indexes alone: a scan compares every text, which the planner thinks cheap.
create function texts_alike(asked text, nouns text[])
returns table (id bigint, noun text, node_id bigint, field text, language language, text text, folded text)
language plpgsql volatile set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
begin
  return query
    select s.id, s.noun, s.node_id, s.field, s.language, s.text, s.folded
    from search_texts s
    where left(s.folded, 100) like asked || '%' and s.noun = any (nouns)
    order by left(s.folded, 100), s.id
    limit 2000;
  if length(asked) < 3 then
    return;
  end if;
  for likeness in 1 .. 2 loop
    perform set_config('pg_trgm.word_similarity_threshold', (array['0.6', case when length(asked) < 8 then '0.3' else '0.4' end])[likeness], true);
    return query
      select s.id, s.noun, s.node_id, s.field, s.language, s.text, s.folded
      from search_texts s
      where asked <% s.folded and s.noun = any (nouns)
      limit 2000;
    exit when found;
  end loop;
end
$$;
-- +goose StatementEnd

call search('partners', 'Partner', 'name_fr', 'name_ar', 'name_en', 'short_name');
call search_list('partner_names', 'Partner', 'partner_id', 'names', 'name');
call search('signings', 'Signing',
  'title_fr', 'title_ar', 'title_en', 'theme_text', 'place_fr', 'place_ar', 'place_en');
call search('conventions', 'Convention', 'reference', 'title_fr', 'title_ar', 'title_en');
call search('commitments', 'Commitment', 'wording_fr', 'wording_ar', 'wording_en');
call search('orientations', 'Orientation', 'name_fr', 'name_ar', 'name_en');
call search('regions', 'Region', 'name_fr', 'name_ar', 'name_en', 'code');
call search('sectors', 'Sector', 'name_fr', 'name_ar', 'name_en');
call search('indicators', 'Indicator', 'name_fr', 'name_ar', 'name_en');
call search('sources', 'Source', 'publisher_fr', 'publisher_ar', 'publisher_en', 'title');
