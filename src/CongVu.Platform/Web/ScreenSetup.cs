using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace CongVu.Platform.Web;

/// <summary>Wiring of everything Vietnamese about screens.</summary>
public static class ScreenSetup
{
    /// <summary>
    /// Adds the readers of Vietnamese dates and numbers, Vietnamese messages for what cannot be bound, and an encoder
    /// that leaves Vietnamese letters as they are.
    /// </summary>
    public static IMvcBuilder AddScreens(this IMvcBuilder mvc)
    {
        mvc.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        mvc.Services.AddAntiforgery();
        mvc.AddMvcOptions(options =>
        {
            options.ModelBinderProviders.Insert(0, new VnModelBinderProvider());
            options.ModelMetadataDetailsProviders.Add(new VnValidationMessages());
            SayInVietnamese(options.ModelBindingMessageProvider);
        });
        return mvc;
    }

    private static void SayInVietnamese(DefaultModelBindingMessageProvider says)
    {
        says.SetValueMustNotBeNullAccessor(_ => "Chưa nhập.");
        says.SetMissingBindRequiredValueAccessor(field => $"Thiếu thông tin “{field}”.");
        says.SetMissingKeyOrValueAccessor(() => "Chưa nhập.");
        says.SetMissingRequestBodyRequiredValueAccessor(() => "Không nhận được nội dung gửi lên.");
        says.SetAttemptedValueIsInvalidAccessor((value, field) => $"“{value}” không dùng được cho “{field}”.");
        says.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}” không dùng được.");
        says.SetUnknownValueIsInvalidAccessor(field => $"Giá trị của “{field}” không dùng được.");
        says.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Giá trị không dùng được.");
        says.SetValueIsInvalidAccessor(value => $"“{value}” không dùng được.");
        says.SetValueMustBeANumberAccessor(field => $"“{field}” phải là số.");
        says.SetNonPropertyValueMustBeANumberAccessor(() => "Phải là số.");
    }
}
