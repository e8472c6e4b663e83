import { monaco } from './monaco';

/*
 * Text that arrives as a whole (dictation, text expanders, input methods) goes in as it is. Monaco would play it
 * back key by key, closing its brackets and indenting its lines a second time.
 */
monaco.editor.registerCommand('type', (_accessor, typed: { text: string }) => {
  const editor = monaco.editor.getEditors().find((each) => each.hasTextFocus());
  const whole = [...typed.text].length > 1;
  editor?.trigger(whole ? 'api' : 'keyboard', whole ? 'paste' : 'type', typed);
});
