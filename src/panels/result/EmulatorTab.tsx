import type { Shown } from '../../store/outcome-slice';

export default function EmulatorTab({ shown }: { shown: Shown }) {
  return <p className="empty">{shown.document.title}</p>;
}
