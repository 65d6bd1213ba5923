import { whenChanged } from './changed';
import { keyed } from './keys';

/** What a form writes over: a row of a declaration, as it was read. */
interface Read {
  id: string;
  version: number;
}

/**
 * How a form saves a row of a declaration: a new one under a key of its own, or one that is there, over the version that was read,
 * whatever else brings the page anew. What somebody else has made of it meanwhile is shown by `changed`, and written over next.
 */
export function rowSaver(row: Read | undefined, changed: () => Promise<number | undefined>) {
  const once = keyed();
  let version = row?.version;
  return {
    save<Said extends object, Result>(
      said: Said,
      send: (input: Said & { row?: string; version?: number; idempotencyKey: string }) => Promise<Result>,
    ): Promise<Result> {
      const input = { ...said, ...(row && { row: row.id, version }) };
      return once(input, (idempotencyKey) => send({ ...input, idempotencyKey }));
    },
    onrefused: whenChanged(changed, (shown) => (version = shown)),
  };
}
