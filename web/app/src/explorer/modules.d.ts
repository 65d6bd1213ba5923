// What Vite knows of a module, and TypeScript does not.
declare module '*?worker' {
  const worker: new () => Worker;
  export default worker;
}

declare module 'virtual:explorer' {
  export const script: string;
  export const style: string;
}

declare module 'monaco-editor/esm/vs/editor/browser/config/tabFocus.js' {
  export const TabFocus: { setTabFocusMode: (leaves: boolean) => void };
}
