import { Refusal, request, type Reasons } from './api';

/** A fault of a cell, in words of the page's language. */
export interface CellFault {
  row: number;
  column: string;
  cell?: string;
  reason: string;
  message: string;
}

/** What came of a file. */
export interface Taken {
  rows: number;
  taken: number;
  /** Of those: in place of what stood in the draft. */
  changed: number;
  known: number;
  faulty: number;
  /** Rows that say nothing. */
  open: number;
  faults: CellFault[];
  /** The address of the copy with the faulty cells marked. */
  marked?: string;
}

type Line = { checked: number; of: number } | Taken | ({ code: string; field?: string } & Reasons);

/** How long a file may take to be sent and read: the program lets go what takes longer. */
const patience = 150_000;

/** The lines of an answer, one by one as they come. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const line of lines) if (line.trim()) yield JSON.parse(line) as Line;
    if (done) return;
  }
}

const refusal = ({ code, field, ...more }: { code: string; field?: string } & Reasons) =>
  new Refusal(code, field ?? 'file', more);

async function takenOf(
  response: Response,
  told: (checked: number, of: number) => void,
): Promise<Taken | null> {
  if (!response.body) return null;
  for await (const line of linesOf(response.body)) {
    if ('code' in line) throw refusal(line);
    if ('rows' in line) return line;
    told(line.checked, line.of);
  }
  return null;
}

/** Sends a file of rows to a draft, and tells of its progress; gives what came of it. */
export async function upload(
  path: string,
  file: File,
  key: string,
  told: (checked: number, of: number) => void,
): Promise<Taken> {
  if (file.size > 10 * 1024 * 1024) throw new Refusal('BAD_USER_INPUT', 'file', { reason: 'sheet_long' });
  // A browser doesn't send a file that was saved anew since it was chosen, and calls that a fault of the network.
  const body = await file.arrayBuffer().catch(() => {
    throw new Refusal('BAD_USER_INPUT', 'file', { reason: 'file_changed' });
  });
  const headers = { 'content-type': 'application/octet-stream', 'idempotency-key': key };
  const response = await request(path, { method: 'POST', body, headers }, patience);
  if (!response.ok) {
    const said = (await response.json().catch(() => null)) as Parameters<typeof refusal>[0] | null;
    throw refusal(said ?? { code: 'NO_ANSWER' });
  }
  // An answer that breaks off doesn't say what was taken; sent again, the same file is taken once.
  const taken = await takenOf(response, told).catch((error: unknown) => {
    throw error instanceof Refusal ? error : new Refusal('NETWORK', 'file');
  });
  if (!taken) throw new Refusal('NETWORK', 'file');
  return taken;
}
