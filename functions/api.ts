import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2, Context } from 'aws-lambda';
import { handle } from 'hono/aws-lambda';
import { apiOf } from './app';
import { lambdaServices } from './platform/lambda';

// One connection an instance: it handles one event at a time, and the proxy in front of the database shares them.
const services = lambdaServices({ connections: 1 });

type Serve = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyResultV2>;
let serve: Serve | undefined;

/** The API as an AWS Lambda function behind an HTTP API (payload version 2). */
export async function handler(event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyResultV2> {
  serve ??= handle(apiOf(await services())) as unknown as Serve;
  return serve(event, context);
}
