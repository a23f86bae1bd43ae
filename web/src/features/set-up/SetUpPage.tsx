import {
  BookOpenCheck,
  Building2,
  CalendarRange,
  ChevronRight,
  FileUp,
  Gauge,
  IdCard,
  LayoutGrid,
  type LucideIcon,
  Network,
  UsersRound,
} from 'lucide-react'
import { paths } from '@/api/paths'
import { useText } from '@/i18n/text'
import { CardLink, Grid } from '@/ui/Card'
import { Page } from '@/ui/Page'
import styles from './SetUp.module.css'

/** The way to everything that is set up once and looked after now and then. */
export function SetUpPage() {
  const t = useText()
  const groups: { title: string; items: { href: string; icon: LucideIcon; title: string; text: string }[] }[] = [
    {
      title: t({ id: 'setUp.connect', defaultMessage: 'Connect' }),
      items: [
        {
          href: paths.imports,
          icon: FileUp,
          title: t({ id: 'setUp.imports', defaultMessage: 'Imports' }),
          text: t({
            id: 'setUp.importsText',
            defaultMessage: 'Take people, teams and usage from CSV files. You see what would change before it does.',
          }),
        },
        {
          href: paths.applications,
          icon: LayoutGrid,
          title: t({ id: 'setUp.applications', defaultMessage: 'Applications' }),
          text: t({
            id: 'setUp.applicationsText',
            defaultMessage: 'What is tracked: features, the core tasks of each position, and API keys.',
          }),
        },
      ],
    },
    {
      title: t({ id: 'setUp.organization', defaultMessage: 'Organization' }),
      items: [
        {
          href: paths.people,
          icon: UsersRound,
          title: t({ id: 'setUp.people', defaultMessage: 'People and roles' }),
          text: t({
            id: 'setUp.peopleText',
            defaultMessage: 'Who works here, in which team and position, and who may do what in Hamgam.',
          }),
        },
        {
          href: paths.teamTree,
          icon: Network,
          title: t({ id: 'setUp.teams', defaultMessage: 'Team tree' }),
          text: t({
            id: 'setUp.teamsText',
            defaultMessage: 'Which team belongs to which: add, rename, move and dissolve teams.',
          }),
        },
        {
          href: paths.sites,
          icon: CalendarRange,
          title: t({ id: 'setUp.sites', defaultMessage: 'Sites and calendar' }),
          text: t({
            id: 'setUp.sitesText',
            defaultMessage: 'Time zones, work weeks and holidays. They decide which days count as working days.',
          }),
        },
        {
          href: paths.positions,
          icon: IdCard,
          title: t({ id: 'setUp.positions', defaultMessage: 'Positions and targets' }),
          text: t({
            id: 'setUp.positionsText',
            defaultMessage: 'The jobs that people hold, and how often each should use the software.',
          }),
        },
        {
          href: paths.organization,
          icon: Building2,
          title: t({ id: 'setUp.settings', defaultMessage: 'Name, languages and review' }),
          text: t({
            id: 'setUp.settingsText',
            defaultMessage: 'How the organization is called, what it reads, and who looks at a flag first.',
          }),
        },
      ],
    },
    {
      title: t({ id: 'setUp.adoption', defaultMessage: 'Adoption' }),
      items: [
        {
          href: paths.playbooks,
          icon: BookOpenCheck,
          title: t({ id: 'setUp.playbooks', defaultMessage: 'Playbooks' }),
          text: t({
            id: 'setUp.playbooksText',
            defaultMessage: 'What happens for each barrier: training by rule, or a task for somebody.',
          }),
        },
        {
          href: paths.evaluation,
          icon: Gauge,
          title: t({ id: 'setUp.evaluation', defaultMessage: 'Evaluation' }),
          text: t({
            id: 'setUp.evaluationText',
            defaultMessage: 'Days are evaluated every night. After an import you can do it at once.',
          }),
        },
      ],
    },
  ]
  return (
    <Page
      title={t({ id: 'setUp.title', defaultMessage: 'Set-up' })}
      lead={t({
        id: 'setUp.lead',
        defaultMessage: 'Connect your directory and your software once; Hamgam does the rest by itself.',
      })}
    >
      {groups.map((group) => (
        <section key={group.title} className={styles.group}>
          <h2 className={styles.groupTitle}>{group.title}</h2>
          <Grid least="22rem">
            {group.items.map(({ href, icon: Icon, title, text }) => (
              <CardLink key={href} href={href}>
                <span className={styles.entry}>
                  <span className={styles.icon}>
                    <Icon size={21} aria-hidden />
                  </span>
                  <span>
                    <span className={styles.title}>{title}</span>
                    <span className={styles.text}>{text}</span>
                  </span>
                  <ChevronRight size={18} className={styles.chevron} aria-hidden />
                </span>
              </CardLink>
            ))}
          </Grid>
        </section>
      ))}
    </Page>
  )
}
