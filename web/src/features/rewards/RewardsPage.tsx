import { useState } from 'react'
import { paths } from '@/api/paths'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { useText } from '@/i18n/text'
import { useMe } from '@/session/me'
import { Page } from '@/ui/Page'
import { Tabs } from '@/ui/Tabs'
import { BudgetsTab } from './BudgetsTab'
import { CatalogueTab } from './CatalogueTab'
import { RatesTab } from './RatesTab'
import { RedemptionsTab } from './RedemptionsTab'

/** What teams can choose, what it is paid from, and what waits for approval. HR decides here; sponsors read. */
export function RewardsPage() {
  const t = useText()
  const isHr = useMe().has(Role.HR)
  const [tab, setTab] = useState(isHr ? 'redemptions' : 'budgets')
  const title = t({ id: 'rewards.title', defaultMessage: 'Rewards and budgets' })
  return (
    <Page
      title={title}
      lead={t({
        id: 'rewards.lead',
        defaultMessage: 'Everything here is for teams together. Nothing is paid to one person.',
      })}
      back={{ href: paths.challenges, label: t({ id: 'rewards.challenges', defaultMessage: 'Challenges' }) }}
    >
      <Tabs
        label={title}
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: 'redemptions',
            label: isHr
              ? t({ id: 'rewards.redemptions', defaultMessage: 'To approve' })
              : t({ id: 'rewards.chosen', defaultMessage: 'What teams chose' }),
            content: <RedemptionsTab />,
          },
          {
            id: 'catalogue',
            label: t({ id: 'rewards.catalogue', defaultMessage: 'Catalogue' }),
            content: <CatalogueTab />,
          },
          { id: 'budgets', label: t({ id: 'rewards.budgets', defaultMessage: 'Budgets' }), content: <BudgetsTab /> },
          { id: 'rates', label: t({ id: 'rewards.rates', defaultMessage: 'Exchange rates' }), content: <RatesTab /> },
        ]}
      />
    </Page>
  )
}
