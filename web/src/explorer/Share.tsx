import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { to } from '../route';
import { useText } from '../text';

/** Puts what stands in the editor into the address, and the address on the clipboard. */
export function Share() {
  const { t } = useText();
  const [done, setDone] = useState(false);
  const query = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);

  async function share() {
    const written = variables?.getValue().trim() ?? '';
    location.hash = to('explorer', null, {
      query: query?.getValue() ?? '',
      ...(written ? { variables: written } : {}),
    });
    await navigator.clipboard?.writeText(location.href).catch(() => undefined);
    setDone(true);
    setTimeout(() => setDone(false), 2000);
  }

  return (
    <ToolbarButton label={done ? t.explorer.shared : t.explorer.share} onClick={() => void share()}>
      <svg viewBox="0 0 24 24" className="graphiql-toolbar-icon" aria-hidden="true" fill="none" stroke="currentColor">
        <path d="M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1" strokeWidth="1.6" strokeLinecap="round" />
        <path d="M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1" strokeWidth="1.6" strokeLinecap="round" />
      </svg>
    </ToolbarButton>
  );
}
