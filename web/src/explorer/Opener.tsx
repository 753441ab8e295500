import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';
import { useRoute } from '../route';
import { EXAMPLES } from './examples';

/** Opens what the address names, an example or `?query=`, and runs it. What the reader has written moves to its own tab. */
export function Opener() {
  const { argument, params } = useRoute();
  const editor = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const answers = useGraphiQL((state) => state.responseEditor);
  const actions = useGraphiQLActions();
  const query = EXAMPLES.find(({ key }) => key === argument)?.query ?? params.get('query');
  const ready = editor !== undefined && variables !== undefined && answers !== undefined;

  useEffect(() => {
    if (!ready || query === null) return;
    const written = editor.getValue().trim();
    if (written !== '' && !EXAMPLES.some((each) => each.query.trim() === written) && written !== query.trim())
      actions.addTab();
    editor.setValue(query);
    variables.setValue(params.get('variables') ?? '');
    actions.run();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each address, as soon as there is an editor
  }, [ready, argument, query]);
  return null;
}
