using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CongVu.Platform.Web;

/// <summary>
/// Gives the framework's validation attributes a Vietnamese message wherever the author of a page wrote none. The field is
/// named only when it has a Vietnamese display name: the name of a C# property is no word for a clerk.
/// </summary>
internal sealed class VnValidationMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        var named = context.Attributes.Any(a => a is DisplayAttribute { Name: not null } or DisplayNameAttribute);
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            // Some attributes carry the framework's English default as if it had been written by the author.
            var silent = rule.ErrorMessageResourceName is null
                && (rule.ErrorMessage is null || rule.ErrorMessage.StartsWith("The ", StringComparison.Ordinal));
            if (silent && Message(rule) is { } message)
            {
                rule.ErrorMessage = named ? $"“{{0}}”: {message}" : char.ToUpperInvariant(message[0]) + message[1..];
            }
        }
    }

    private static string? Message(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "chưa nhập.",
        StringLengthAttribute { MinimumLength: > 0 } => "phải có từ {2} đến {1} ký tự.",
        StringLengthAttribute or MaxLengthAttribute => "dài quá {1} ký tự. Viết ngắn lại.",
        MinLengthAttribute => "phải có ít nhất {1} ký tự.",
        RangeAttribute => "phải nằm trong khoảng từ {1} đến {2}.",
        EmailAddressAttribute => "không phải là địa chỉ thư điện tử. Viết theo mẫu ten@congvu.gov.vn.",
        CompareAttribute => "hai lần nhập không giống nhau.",
        RegularExpressionAttribute => "chưa đúng mẫu.",
        UrlAttribute => "không phải là một địa chỉ liên kết.",
        PhoneAttribute => "không phải là số điện thoại.",
        _ => null,
    };
}
