import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** What could not be shown, as the subject of a sentence: `The emulator`. */
  what: string;
  /** A change of this value tries again. */
  retry?: unknown;
  children: ReactNode;
}

/** Keeps a part that fails, or cannot be loaded, from taking the page with it. */
export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (this.state.failed && before.retry !== this.props.retry) this.setState({ failed: false });
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <p className="empty" role="alert">
        {this.props.what} could not be shown. What you typed is kept; reload the page to try again.
      </p>
    );
  }
}
