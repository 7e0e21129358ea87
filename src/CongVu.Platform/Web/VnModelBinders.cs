using CongVu.Platform.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CongVu.Platform.Web;

/// <summary>Binds dates and numbers as people in Vietnam write them; what cannot be read stays in the field with a message that says the cure.</summary>
internal sealed class VnModelBinderProvider : IModelBinderProvider
{
    private static readonly Dictionary<Type, IModelBinder> Binders = new()
    {
        [typeof(DateOnly)] = new VnValueBinder(
            text => VnDate.TryParse(text, out var date) ? date : null,
            "Không đọc được ngày “{0}”. Viết theo mẫu 31/12/2024."),
        [typeof(decimal)] = new VnValueBinder(
            text => VnNumber.TryParse(text, out var number) ? number : null,
            "Không đọc được số “{0}”. Viết theo mẫu 4,98."),
        [typeof(long)] = new VnValueBinder(
            text => VnNumber.TryParseWhole(text, out var number) ? number : null,
            "Không đọc được số “{0}”. Viết số nguyên, theo mẫu 12.852.400."),
        [typeof(int)] = new VnValueBinder(
            text => VnNumber.TryParseWhole(text, out var number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : null,
            "Không đọc được số “{0}”. Viết số nguyên, theo mẫu 1.204."),
    };

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        Binders.GetValueOrDefault(context.Metadata.UnderlyingOrModelType);
}

internal sealed class VnValueBinder(Func<string, object?> parse, string message) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var given = context.ValueProvider.GetValue(context.ModelName);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        context.ModelState.SetModelValue(context.ModelName, given);
        var text = given.FirstValue;
        if (string.IsNullOrWhiteSpace(text))
        {
            if (context.ModelMetadata.IsReferenceOrNullableType)
            {
                context.Result = ModelBindingResult.Success(null);
            }
            else
            {
                context.ModelState.TryAddModelError(
                    context.ModelName, context.ModelMetadata.ModelBindingMessageProvider.ValueMustNotBeNullAccessor(""));
            }

            return Task.CompletedTask;
        }

        if (parse(text) is { } value)
        {
            context.Result = ModelBindingResult.Success(value);
        }
        else
        {
            var shown = text.Length > 40 ? text[..40] + "…" : text;
            context.ModelState.TryAddModelError(
                context.ModelName, string.Format(System.Globalization.CultureInfo.InvariantCulture, message, shown));
        }

        return Task.CompletedTask;
    }
}
