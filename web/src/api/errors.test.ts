import { create } from '@bufbuild/protobuf'
import { Code, ConnectError } from '@connectrpc/connect'
import { expect, it } from 'vitest'
import { BadRequestSchema, ErrorInfoSchema } from '@/gen/google/rpc/error_details_pb'
import { fieldErrors, reasonOf } from './errors'

const refused = new ConnectError('bad', Code.InvalidArgument, undefined, [
  {
    desc: BadRequestSchema,
    value: create(BadRequestSchema, {
      fieldViolations: [
        { field: 'course.title', description: 'needed' },
        { field: 'reason', description: 'too short' },
        { field: 'reason', description: 'no letters' },
      ],
    }),
  },
])

it('gives each broken rule to its field', () => {
  expect(fieldErrors(refused, 'course')).toEqual({ title: 'needed', reason: 'too short no letters' })
  expect(fieldErrors(null)).toEqual({})
  expect(fieldErrors(new Error('else'))).toEqual({})
})

it('tells a broken rule in the language of the person', () => {
  const error = new ConnectError('bad', Code.InvalidArgument, undefined, [
    {
      desc: BadRequestSchema,
      value: create(BadRequestSchema, {
        fieldViolations: [
          { field: 'title', description: 'needed', localizedMessage: { locale: 'fa', message: 'لازم است' } },
        ],
      }),
    },
  ])
  expect(fieldErrors(error)).toEqual({ title: 'لازم است' })
})

it('reads the reason of a refusal', () => {
  const error = new ConnectError('no', Code.FailedPrecondition, undefined, [
    { desc: ErrorInfoSchema, value: create(ErrorInfoSchema, { reason: 'LINK_NOT_VALID', domain: 'hamgam.identity' }) },
  ])
  expect(reasonOf(error)).toBe('LINK_NOT_VALID')
})
