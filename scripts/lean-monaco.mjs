// @ts-check
/*
 * Monaco's editor imports parts that no editor of this page uses, and they cannot be left out by importing less:
 * the difference editors, drawing on the GPU and the picker behind its command palette. Each of these files becomes
 * empty classes of the same names, which nothing ever makes an instance of.
 */
const UNUSED = [
  'editor/browser/widget/diffEditor/diffEditorWidget',
  'editor/browser/widget/multiDiffEditor/multiDiffEditorWidget',
  'editor/browser/gpu/viewGpuContext',
  'editor/browser/viewParts/viewLinesGpu/viewLinesGpu',
  'editor/browser/viewParts/rulersGpu/rulersGpu',
  'editor/standalone/browser/quickInput/standaloneQuickInputService',
];
const FILE = /[\\/]monaco-editor[\\/]esm[\\/]vs[\\/](?<module>.*)\.js$/;

/** @returns {import('vite').Plugin} */
export function leanMonaco() {
  return {
    name: 'lean-monaco',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      const module = FILE.exec(id)?.groups?.module?.replaceAll('\\', '/');
      if (module === undefined || !UNUSED.includes(module)) return null;
      const names = [...code.matchAll(/^export \{([^}]*)\};$/gm)].flatMap(([, list]) =>
        (list ?? '').split(','),
      );
      if (names.length === 0) this.error(`${module} of Monaco does not look as it used to`);
      return { code: names.map((name) => `export class ${name.trim()} {}`).join('\n'), map: null };
    },
  };
}
