import { useGraphiQL, useGraphiQLActions, type MonacoEditor } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { Kind, parse } from 'graphql';
import { TabFocus } from 'monaco-editor/esm/vs/editor/browser/config/tabFocus.js';
import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import './style.css';
import './workers';

/** What is asked, as an address or a ready query says it. */
export interface Asked {
  query?: string;
  variables?: string;
  operationName?: string;
}

export interface Explorer {
  /** Puts a query in place of the one that is shown, and runs it. */
  run: (query: string) => void;
  stop: () => void;
}

interface Request {
  query: string;
  variables?: unknown;
  operationName?: string | null;
}

/** GraphiQL learns the name of an operation a moment after it was written: a single one needs none. */
function single(query: string): boolean {
  try {
    return parse(query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1;
  } catch {
    return false; // the API says what is wrong with it
  }
}

const fetcher = async ({ query, variables, operationName }: Request) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables, ...(!single(query) && { operationName }) }),
  });
  return response.json();
};

/** Replaces the text as if it were typed, so that what stood there can be had back. */
function write(editor: MonacoEditor | undefined, text: string) {
  const range = editor?.getModel()?.getFullModelRange();
  if (!editor || !range || editor.getValue() === text) return;
  editor.pushUndoStop();
  editor.executeEdits('ready', [{ range, text }]);
  editor.pushUndoStop();
}

/** Gives the page its hold on the editors once they are there. */
function Handle({ ready }: { ready: (run: Explorer['run']) => void }) {
  const queries = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const actions = useGraphiQLActions();
  useEffect(() => {
    if (!queries) return;
    ready((query) => {
      write(queries, query);
      write(variables, '');
      actions.run();
    });
  }, [queries, variables, actions, ready]);
  return null;
}

/**
 * Starts GraphiQL within an element, with what is asked, or what was asked last, or the usual query. Its editors come first:
 * what GraphiQL itself can't load, it would wait for without end.
 */
export async function start(at: HTMLElement, asked: Asked, usual: string): Promise<Explorer> {
  await Promise.all([import('monaco-graphql/esm/monaco-editor.js'), import('monaco-graphql/esm/lite.js')]);
  TabFocus.setTabFocusMode(true); // who goes through the page by the key Tab must come out of the editors again
  const root = createRoot(at);
  const settings = {
    fetcher,
    defaultQuery: usual,
    ...(asked.query && { initialQuery: asked.query }),
    ...(asked.variables && { initialVariables: asked.variables }),
    ...(asked.operationName && { operationName: asked.operationName }),
    storage: sessionStorage, // what somebody tried is there in each language, and gone with the tab
    isHeadersEditorEnabled: false,
    showPersistHeadersSettings: false,
  };
  return new Promise((resolve) => {
    let run: Explorer['run'] = () => {};
    const explorer = { run: (query: string) => run(query), stop: () => root.unmount() };
    const ready = (given: Explorer['run']) => {
      run = given;
      resolve(explorer);
    };
    const logo = createElement(GraphiQL.Logo, null, ' ');
    root.render(createElement(GraphiQL, settings, logo, createElement(Handle, { ready })));
  });
}
