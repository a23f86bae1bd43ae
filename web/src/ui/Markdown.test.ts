import { expect, it } from 'vitest'
import { toHtml } from './Markdown'

it('shows raw HTML as text', () => {
  const html = toHtml('a <script>alert(1)</script> <img src=x onerror=alert(1)>')
  expect(html).not.toContain('<script')
  expect(html).not.toContain('<img')
})

it('numbers lists that were numbered in Persian or Arabic digits', () => {
  expect(toHtml('۱. یک\n۲. دو')).toBe('<ol dir="auto">\n<li>یک</li>\n<li>دو</li>\n</ol>')
  expect(toHtml('٣) ثلاثة')).toContain('<ol start="3" dir="auto">')
  expect(toHtml('سال ۱۴۰۵. پایان')).toContain('۱۴۰۵.')
})

it('drops addresses that run code', () => {
  expect(toHtml('[go](javascript:alert(1))')).not.toContain('javascript')
  expect(toHtml('![x](data:text/html,x)')).not.toContain('data:')
})

it('opens links elsewhere without telling where from, and lets each paragraph find its direction', () => {
  expect(toHtml('[there](https://example.com)')).toContain('target="_blank" rel="noopener noreferrer"')
  expect(toHtml('سلام')).toBe('<p dir="auto">سلام</p>')
})
