import { closeDialog } from '../../store/store';
import { Dialog } from './Dialog';

export function KeysDialog({ keys }: { keys: readonly { title: string; keys: string }[] }) {
  return (
    <Dialog title="Keyboard" className="dialog-small" onClose={closeDialog}>
      <table className="key-table">
        <tbody>
          {keys.map((entry) => (
            <tr key={entry.title}>
              <th scope="row">{entry.title}</th>
              <td>
                <kbd>{entry.keys}</kbd>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">Let Tab leave the editor, and back</th>
            <td>
              <kbd>Ctrl+M</kbd>
            </td>
          </tr>
          <tr>
            <th scope="row">Rename, remove the tab in focus</th>
            <td>
              <kbd>F2</kbd> <kbd>Delete</kbd>
            </td>
          </tr>
          <tr>
            <th scope="row">Move the separator in focus, put it back</th>
            <td>
              <kbd>Arrows</kbd> <kbd>Enter</kbd>
            </td>
          </tr>
        </tbody>
      </table>
    </Dialog>
  );
}
