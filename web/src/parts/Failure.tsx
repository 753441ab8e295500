import { Component, type ReactNode } from 'react';
import { useText } from '../text';

/** Catches what a page throws, such as a chunk that cannot be loaded, and leaves the rest of the frame usable. */
export class Failure extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error ? <Sorry error={this.state.error} /> : this.props.children;
  }
}

function Sorry({ error }: { error: Error }) {
  const { t } = useText();
  return (
    <div className="error" role="alert">
      <p>{t.frame.broken}</p>
      <p>
        <code>{error.message}</code>
      </p>
      <button type="button" onClick={() => location.reload()}>
        {t.frame.reload}
      </button>
    </div>
  );
}
