import { useTranslation } from 'react-i18next';
import { Command } from '../../ui/Command';

const OWN = `cat > app.yaml <<'END'
apiVersion: opencop.io/v1alpha1
kind: App
metadata: { name: my-app }
spec:
  source: { jar: ./my-app.jar }
  scale: { min: 2, max: 4, cpu: 70 }
END
./cop apply -f app.yaml`;

const TRY = `cat > app.yaml <<'END'
apiVersion: opencop.io/v1alpha1
kind: App
metadata: { name: hello }
spec:
  source: { command: [sh, -c, 'exec python3 -m http.server "$PORT"'] }
  scale: { min: 2, max: 2 }
END
./cop apply -f app.yaml`;

/** How an app comes to run here, to copy. */
export function Begin() {
  const { t } = useTranslation();
  return (
    <div className="cop-begin-run">
      <p>{t('app.list.beginLead')}</p>
      <Command>{OWN}</Command>
      <p>{t('app.list.beginTry')}</p>
      <Command>{TRY}</Command>
    </div>
  );
}
