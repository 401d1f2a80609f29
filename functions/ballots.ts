import './platform/navigator';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import type { Hono } from 'hono';
import { ballotsApp } from './app';
import { contexts } from './contexts';
import { lambdaServices, warm } from './platform/lambda';
import { answerEvent } from './platform/lambda-http';

const services = lambdaServices('ballots', { connections: 1 });
// A ballot goes over a connection of its own, and all that comes here is one.
warm(services, ({ ballots }) => Promise.all([ballots.ping(), contexts.voting?.()]));
let app: Hono | undefined;

/** Takes ballots (`PUT /voting/{id}/ballot`) as an AWS Lambda function behind the same HTTP API, with a concurrency of its own. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  app ??= ballotsApp(await services());
  return answerEvent(app, event);
}
