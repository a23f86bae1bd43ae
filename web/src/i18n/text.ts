import { useIntl } from 'react-intl'

/**
 * The words of the screen: `const t = useText()`, then `t({ id: 'feature.what', defaultMessage: 'English' }, values)`.
 * The English stands in the code; Persian and Arabic stand in `messages/{fa,ar}/<feature>.json` under the same id.
 */
export function useText() {
  return useIntl().formatMessage
}
