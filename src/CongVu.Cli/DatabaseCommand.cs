using CongVu.Host;
using CongVu.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Cli;

/// <summary>A command that needs the database: the server named by <c>ConnectionStrings__CongVu</c>, or the private one of the data folder.</summary>
internal abstract class DatabaseCommand : Command
{
    /// <inheritdoc />
    public sealed override async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var database = await DatabaseConnection.OpenAsync(configuration, ct: ct);
        try
        {
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddSingleton<IConfiguration>(configuration);
            services.AddCongVu(database.ConnectionString, CongVuModules.All);
            await using var provider = services.BuildServiceProvider();
            await using var scope = provider.CreateAsyncScope();
            return await RunAsync(scope.ServiceProvider, arguments, output, errors, ct);
        }
        finally
        {
            if (database.Embedded is not null) await database.Embedded.DisposeAsync();
        }
    }

    /// <summary>Runs with the application's services.</summary>
    protected abstract Task<int> RunAsync(IServiceProvider services, Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct);
}
