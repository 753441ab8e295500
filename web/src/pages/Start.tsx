import { useQuery } from '../api';
import { graphql } from '../gql';
import { State } from '../parts/State';
import { useText } from '../text';

const START = graphql(`
  query Start {
    server {
      version
      dataVersion
    }
  }
`);

export default function Start() {
  const { t } = useText();
  const asked = useQuery(START, {});
  return (
    <>
      <h1>{t.start.title}</h1>
      <State asked={asked} />
      {asked.answer && (
        <p className="note">
          {asked.answer.server.version} · {asked.answer.server.dataVersion}
        </p>
      )}
    </>
  );
}
