import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ArticleService } from '@/gen/hamgam/training/v1/article_service_pb'
import { draw } from '@/test/render'
import { ArticleHints } from './Articles'

const course = 'organizations/o/courses/c'

const show = (question: string, asked: string[] = []) =>
  draw(<ArticleHints question={question} course={course} />, {
    services: (router) =>
      router.service(ArticleService, {
        listArticles: ({ course: of }) => ({
          articles: of === course ? [{ name: 'organizations/o/articles/a', title: { en: 'Stages' } }] : [],
        }),
        searchArticles: ({ query, course: of }) => {
          asked.push(`${query} ${of}`)
          return {
            hits: [
              { article: 'organizations/o/articles/b', title: { en: 'Export to Excel' }, excerpt: 'Choose export.' },
            ],
          }
        },
      }),
  })

it('holds out what the course leads to before anything is typed', async () => {
  await show('')
  expect((await screen.findByRole('link', { name: 'Stages' })).getAttribute('href')).toBe('/knowledge/a')
})

it('looks for what is asked, with the course, and marks it', async () => {
  const asked: string[] = []
  const { container } = await show('how do I export?', asked)
  // A new tab, so that the question is not lost.
  expect((await screen.findByRole('link', { name: 'Export to Excel' })).getAttribute('target')).toBe('_blank')
  expect(asked).toContain(`how do I export? ${course}`)
  expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('export')
})
