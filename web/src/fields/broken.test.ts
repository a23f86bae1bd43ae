import { create } from '@bufbuild/protobuf'
import { Code, ConnectError } from '@connectrpc/connect'
import { expect, test } from 'vitest'
import { BadRequestSchema } from '@/gen/google/rpc/error_details_pb'
import { brokenRules } from './broken'

const error = new ConnectError('invalid', Code.InvalidArgument, undefined, [
  {
    desc: BadRequestSchema,
    value: create(BadRequestSchema, {
      fieldViolations: [
        { field: 'course.title.fa', description: 'must have at most 200 characters' },
        { field: 'course.modules[1].title', description: 'must not be empty' },
        { field: 'course.modules[10].title', description: 'must be shorter' },
        { field: 'update_mask', description: 'must be one of: title' },
      ],
    }),
  },
])

test('a field shows what is wrong with its parts, and not what is wrong with its neighbours', () => {
  const broken = brokenRules(error, 'course')
  expect(broken.count).toBe(4)
  expect(broken.at('title')).toBe('must have at most 200 characters')
  expect(broken.at('modules[1]')).toBe('must not be empty')
  expect(broken.at('modules[1].minutes')).toBeUndefined()
})

test('what no field of the form shows is left for the summary', () => {
  expect(brokenRules(error, 'course').except(['title', 'modules'])).toEqual([
    { field: 'update_mask', description: 'must be one of: title' },
  ])
})

test('no error breaks nothing', () => {
  expect(brokenRules(null).count).toBe(0)
})
