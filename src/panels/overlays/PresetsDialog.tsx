import { addCase, answerKindOf } from '../../document/changes';
import { MAX_CASES } from '../../document/schema';
import { type Preset, presetsFor } from '../../examples/presets';
import { edit } from '../../store/session';
import { closeDialog, usePlayground } from '../../store/store';
import { Dialog } from './Dialog';

/** Answers backends give sooner or later; choosing one adds it as a case and opens it. */
export function PresetsDialog() {
  const document = usePlayground((state) => state.work.document);
  const full = document.cases.length >= MAX_CASES;
  return (
    <Dialog title="Add a usual answer" className="dialog-wide" onClose={closeDialog}>
      {full && <p className="copy-note">This document has as many cases as it can hold.</p>}
      <div className="presets">
        {presetsFor(answerKindOf(document)).map(({ title, presets }) => (
          <section key={title} aria-label={title}>
            <h3 className="menu-title">{title}</h3>
            {presets.map((preset) => (
              <button
                key={preset.title}
                type="button"
                className="menu-item"
                disabled={full}
                onClick={() => add(preset)}
              >
                <span className="menu-label">{preset.title}</span>
                <span className="menu-detail">{preset.detail}</span>
              </button>
            ))}
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function add(preset: Preset) {
  edit((document) => addCase(document, preset.case));
  closeDialog();
}
