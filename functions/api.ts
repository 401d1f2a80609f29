import './platform/navigator';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import type { Hono } from 'hono';
import { phoneApp } from './app';
import { lambdaServices } from './platform/lambda';
import { answerEvent } from './platform/lambda-http';

// One connection an instance: it handles one event at a time, and the proxy in front of the database shares them.
const services = lambdaServices('api', { connections: 1 });
// Before the first event, which then finds the parameters read, a connection open and the counties known. What fails here fails again
// there, and is said there.
services()
  .then(({ counties, clock }) => counties.known(clock()))
  .catch(() => undefined);
let app: Hono | undefined;

/** The API, the office's part excepted, as an AWS Lambda function behind an HTTP API (payload version 2). */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  app ??= phoneApp(await services());
  return answerEvent(app, event);
}
