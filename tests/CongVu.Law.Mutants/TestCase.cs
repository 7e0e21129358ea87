using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace CongVu.Law.Mutants;

/// <summary>One test, or one row of a theory, run without the test runner: a fresh runner for every mutant would take longer than the tests.</summary>
internal sealed class TestCase(string name, Type type, MethodInfo method, object?[] arguments)
{
    public string Name => name;

    /// <summary>Null when it passes.</summary>
    public Exception? Run()
    {
        try
        {
            var instance = method.IsStatic ? null : Activator.CreateInstance(type);
            try
            {
                (method.Invoke(instance, arguments) as Task)?.GetAwaiter().GetResult();
            }
            finally
            {
                (instance as IDisposable)?.Dispose();
            }
            return null;
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException ?? e;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    public static IReadOnlyList<TestCase> Of(Assembly assembly, IReadOnlySet<string> leftOut)
    {
        var found = new List<TestCase>();
        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && !leftOut.Contains(t.Name)).OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            {
                var attributes = method.GetCustomAttributes(inherit: true);
                if (attributes.OfType<IFactAttribute>().FirstOrDefault() is not { } fact) continue;
                if (fact is not ITheoryAttribute) found.Add(new TestCase($"{type.Name}.{method.Name}", type, method, []));
                else found.AddRange(Rows(type, method, attributes.OfType<IDataAttribute>()));
            }
        }
        return found;
    }

    private static IEnumerable<TestCase> Rows(Type type, MethodInfo method, IEnumerable<IDataAttribute> data)
    {
        var rows = data.SelectMany(d => d is MemberDataAttributeBase named ? Named(type, named) : d.GetData(method, new DisposalTracker()).AsTask().GetAwaiter().GetResult()).ToList();
        return rows.Count > 0
            ? rows.Select((r, i) => new TestCase($"{type.Name}.{method.Name}#{i + 1}", type, method, Filled(method.GetParameters(), r.GetData())))
            : throw new InvalidOperationException($"{type.Name}.{method.Name} has no rows.");
    }

    /// <summary>Rows a property of the test class lists; the attribute itself would look for them where the test runner loaded the class.</summary>
    private static IEnumerable<ITheoryDataRow> Named(Type type, MemberDataAttributeBase data) =>
        ((System.Collections.IEnumerable)type.GetProperty(data.MemberName)!.GetValue(null)!).Cast<ITheoryDataRow>();

    private static object?[] Filled(ParameterInfo[] parameters, object?[] given) =>
        [.. parameters.Select((p, i) => i < given.Length ? given[i] : p.DefaultValue)];
}
