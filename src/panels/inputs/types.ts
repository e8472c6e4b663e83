export interface PanelProps {
  /** Texts are shown, not edited. */
  readOnly?: boolean;
}
